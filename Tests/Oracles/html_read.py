"""Reads a JSON list of HTML documents as a browser would (html5lib follows the WHATWG algorithm) and
answers, for each, the text and the title attribute of every element with an id, and the names of all elements."""
import json
import sys

import html5lib

answers = []
for document in json.load(sys.stdin):
    tree = html5lib.parse(document, namespaceHTMLElements=False)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    answers.append({
        "names": [element.tag for element in elements],
        "attributes": sorted({name for element in elements for name in element.attrib}),
        "found": {
            element.attrib["id"]: {
                "text": "".join(element.itertext()),
                "title": element.attrib.get("title", ""),
            }
            for element in elements if "id" in element.attrib
        },
    })
json.dump(answers, sys.stdout)
