"""An authenticator of its own, and PyPI fido2 as the server that judges what it says.

Input: one JSON object. {"do": "vectors", site, origin, challenge} answers one JSON line for each case:
a good or an altered answer, and whether fido2's server believes it. {"do": "answer", options, origin,
device, count} plays one device: its answer to what a page asks of the browser. A device's key follows
from its name, so it is the same in the next call.
"""
import hashlib
import json
import struct
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from fido2 import cbor
from fido2.cose import ES256, RS256, EdDSA
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData, PublicKeyCredentialRpEntity

UP, UV, BE, BS, AT, ED = 1, 4, 8, 16, 64, 128
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Device:
    """One authenticator with one key."""

    def __init__(self, name, kind="es256"):
        self.kind = kind
        self.id = hashlib.sha256(f"{name} id".encode()).digest()
        seed = hashlib.sha256(f"{name} key".encode()).digest()
        if kind == "es256":
            self.key = ec.derive_private_key(int.from_bytes(seed) % ORDER, ec.SECP256R1())
            self.cose = ES256.from_cryptography_key(self.key.public_key())
        elif kind == "eddsa":
            self.key = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
            self.cose = EdDSA.from_cryptography_key(self.key.public_key())
        else:
            self.key = rsa.generate_private_key(65537, 2048)
            self.cose = RS256.from_cryptography_key(self.key.public_key())

    def sign(self, text):
        if self.kind == "es256":
            return self.key.sign(text, ec.ECDSA(hashes.SHA256()))
        if self.kind == "eddsa":
            return self.key.sign(text)
        return self.key.sign(text, padding.PKCS1v15(), hashes.SHA256())

    def new(self, site, count=0, flags=UP | UV, cose=None):
        made = AttestedCredentialData.create(bytes(16), self.id, cose or self.cose)
        return data(site, count, flags | AT) + made


def data(site, count, flags=UP | UV):
    """Authenticator data, written here so that it can be wrong; fido2 reads it."""
    return hashlib.sha256(site.encode()).digest() + struct.pack(">BI", flags, count)


def client(kind, challenge, origin, **more):
    members = {"type": f"webauthn.{kind}", "challenge": challenge, "origin": origin,
               "crossOrigin": False} | more
    return json.dumps(members).encode()


def attestation(auth):
    return cbor.encode({"fmt": "none", "attStmt": {}, "authData": auth})


def join(*parts):
    return ".".join(websafe_encode(part) for part in parts)


class Judge:
    """fido2's server, asked for user verification, at one origin."""

    def __init__(self, asked):
        self.server = Fido2Server(
            PublicKeyCredentialRpEntity(name="Raccolto", id=asked["site"]),
            verify_origin=lambda origin: origin == asked["origin"])
        self.state = {"challenge": asked["challenge"], "user_verification": "required"}

    def adds(self, client_data, attested):
        try:
            self.server.register_complete(self.state, {
                "id": websafe_encode(b"x"), "rawId": websafe_encode(b"x"), "type": "public-key",
                "response": {"clientDataJSON": websafe_encode(client_data),
                             "attestationObject": websafe_encode(attested)}})
            return True
        except Exception:  # whatever it raises, it does not believe it
            return False

    def believes(self, device, cose, parts):
        try:
            known = AttestedCredentialData.create(bytes(16), device.id, cose)
            self.server.authenticate_complete(self.state, [known], {
                "id": websafe_encode(parts[0]), "rawId": websafe_encode(parts[0]),
                "type": "public-key",
                "response": {"clientDataJSON": websafe_encode(parts[1]),
                             "authenticatorData": websafe_encode(parts[2]),
                             "signature": websafe_encode(parts[3])}})
            return True
        except Exception:
            return False


def huge(bytes_, at, written):
    return bytes_[:at] + written + bytes_[at + len(written):]


def additions(device, asked):
    """Name, client data, attestation object."""
    site, origin, challenge = asked["site"], asked["origin"], asked["challenge"]
    good, ours = attestation(device.new(site)), client("create", challenge, origin)
    other = websafe_encode(bytes(32))
    yield "good", ours, good
    yield "good, backed up, counting", ours, attestation(device.new(site, 9, UP | UV | BE | BS))
    yield "another challenge", client("create", other, origin), good
    yield "another ceremony", client("get", challenge, origin), good
    yield "another origin", client("create", challenge, "http://localhost:1"), good
    yield "origin with more behind", client("create", challenge, origin + ".evil"), good
    yield "another site", ours, attestation(device.new("evil.example"))
    yield "nobody there", ours, attestation(device.new(site, 0, UV))
    yield "nobody recognised", ours, attestation(device.new(site, 0, UP))
    yield "no client data", b"", good
    yield "client data is a list", b"[]", good
    yield "client data is cut", ours[:-1], good
    yield "no attestation", ours, b""
    for cut in (1, len(good) // 3, len(good) // 2):
        yield f"cut at {cut}", ours, good[:cut]
    yield "bytes behind the object", ours, good + b"\0"
    yield "bytes behind the data", ours, attestation(device.new(site) + b"\0")
    yield "data is text", ours, cbor.encode({"fmt": "none", "attStmt": {}, "authData": "x" * 200})
    yield "no data", ours, cbor.encode({"fmt": "none", "attStmt": {}})
    yield "a list", ours, cbor.encode([1, 2, 3])
    no_key = bytearray(device.new(site))
    no_key[32] &= ~AT
    yield "no key flagged", ours, attestation(bytes(no_key))
    yield "extensions flagged and none there", ours, attestation(device.new(site, 0, UP | UV | ED))
    yield "an id longer than all", ours, attestation(huge(device.new(site), 53, b"\xff\xff"))
    yield "a map of 2^62", ours, b"\xbb\x40" + bytes(7) + good[1:]
    yield "a list of 2^40", ours, b"\x9b\0\0\1\0\0\0\0\0" + good
    for size, header in (("list of 2^28", b"\x9a\x10\0\0\0"), ("map of 2^27", b"\xba\x08\0\0\0")):
        yield f"a {size}", ours, header + good
        yield f"a {size} in the statement", ours, b"\xa1\x67attStmt" + header
        yield f"a {size} for a key", ours, attestation(device.new(site)[:87] + header)
    yield "data of 2^31", ours, good[:1] + b"\x68authData\x5b\0\0\0\0\x80\0\0\0" + good[1:]
    yield "nested deep", ours, b"\xa1\x63fmt" + b"\x81" * 4000 + b"\0"


def uses(device, asked):
    """Name, whether another key is stored, then the four parts."""
    site, origin, challenge = asked["site"], asked["origin"], asked["challenge"]
    ours, good = client("get", challenge, origin), data(site, 7)

    def signed(client_data, auth):
        return device.id, client_data, auth, device.sign(
            auth + hashlib.sha256(client_data).digest())

    def bent(part, at):
        parts = list(signed(ours, good))
        at %= len(parts[part])
        parts[part] = parts[part][:at] + bytes([parts[part][at] ^ 1]) + parts[part][at + 1:]
        return parts

    yield "good", signed(ours, good)
    yield "good, members in another order", signed(
        json.dumps({"origin": origin, "other": 1, "challenge": challenge,
                    "type": "webauthn.get"}).encode(), good)
    yield "good, copied since", signed(ours, data(site, 7, UP | UV | BE | BS))
    yield "another challenge", signed(client("get", websafe_encode(bytes(32)), origin), good)
    yield "another ceremony", signed(client("create", challenge, origin), good)
    yield "another origin", signed(client("get", challenge, "http://localhost:1"), good)
    yield "another scheme", signed(client("get", challenge, origin.replace("http", "https")), good)
    yield "another site", signed(ours, data("evil.example", 7))
    yield "nobody there", signed(ours, data(site, 7, UV))
    yield "nobody recognised", signed(ours, data(site, 7, UP))
    yield "another id", [b"x" * 32, *signed(ours, good)[1:]]
    yield "client data bent", bent(1, len(ours) - 3)
    yield "site bent", bent(2, 3)
    yield "flags bent", bent(2, 32)
    yield "counter bent", bent(2, 36)
    for at in (0, 10, -1):
        yield f"signature bent at {at}", bent(3, at)
    yield "no signature", [*signed(ours, good)[:3], b""]
    yield "a signature of zeros", [*signed(ours, good)[:3], bytes(70)]
    yield "half a signature", [*signed(ours, good)[:3], signed(ours, good)[3][:30]]
    yield "data cut, signed", signed(ours, good[:36])
    yield "no data, signed", signed(ours, b"")
    yield "bytes behind, signed", signed(ours, good + b"\0")
    yield "extensions flagged and none there, signed", signed(ours, data(site, 7, UP | UV | ED))
    yield "not JSON, signed", signed(b"\xff\xfe{}", good)
    yield "challenge is a number, signed", signed(
        json.dumps({"type": "webauthn.get", "challenge": 7, "origin": origin}).encode(), good)


def stricter_additions(device, asked):
    """What fido2 lets pass at first, and only fails to use later."""
    site, ours = asked["site"], client("create", asked["challenge"], asked["origin"])
    good = attestation(device.new(site))
    yield "inside another site's page", client(
        "create", asked["challenge"], asked["origin"], crossOrigin=True), good
    yield "the last byte cut", ours, good[:-1]
    for name, change in {
        "a key of no algorithm": {3: -7777}, "a key without point": {-2: None},
        "a point beside the curve": {-3: bytes(32)}, "a short point": {-2: bytes(31)},
    }.items():
        if device.kind == "es256":
            key = {k: v for k, v in (dict(device.cose) | change).items() if v is not None}
            auth = device.new(site)
            head = auth[:len(auth) - len(cbor.encode(dict(device.cose)))]
            yield name, ours, attestation(head + cbor.encode(key))


def stricter_uses(device, asked):
    """What fido2 lets pass and WebAuthn does not, or we do not."""
    site, origin, challenge = asked["site"], asked["origin"], asked["challenge"]

    def signed(client_data, auth):
        return device.id, client_data, auth, device.sign(
            auth + hashlib.sha256(client_data).digest())

    yield "inside another site's page", signed(
        client("get", challenge, origin, crossOrigin=True), data(site, 7))
    yield "copied, and cannot be", signed(
        client("get", challenge, origin), data(site, 7, UP | UV | BS))
    yield "a new key in an answer", signed(client("get", challenge, origin), device.new(site, 7))


def vectors(asked):
    judge = Judge(asked)
    for kind in ("es256", "eddsa", "rs256"):
        device = Device("vectors", kind)
        registered = join(
            client("create", asked["challenge"], asked["origin"]), attestation(device.new(asked["site"])))
        stranger = Device("stranger", kind)

        def line(name, what, field, believed, key=registered):
            print(json.dumps({"name": f"{kind}, {name}", "what": what, "field": field,
                              "believed": believed, "registered": key}))

        for name, client_data, attested in additions(device, asked):
            line(name, "add", join(client_data, attested), judge.adds(client_data, attested))
        for name, parts in uses(device, asked):
            line(name, "use", join(*parts, b""), judge.believes(device, device.cose, parts))
        good = next(iter(uses(device, asked)))[1]
        other = join(client("create", asked["challenge"], asked["origin"]), attestation(
            device.new(asked["site"], cose=stranger.cose)))
        line("another key", "use", join(*good, b""), judge.believes(device, stranger.cose, good), other)
        for name, client_data, attested in stricter_additions(device, asked):
            line(name, "stricter add", join(client_data, attested), judge.adds(client_data, attested))
        for name, parts in stricter_uses(device, asked):
            line(name, "stricter use", join(*parts, b""), judge.believes(device, device.cose, parts))


def answer(asked):
    options = asked["options"]
    device = Device(asked["device"], asked.get("kind", "es256"))
    flags = asked.get("flags", UP | UV)
    challenge = options["challenge"]
    if "rp" in options:
        said = client("create", challenge, asked["origin"])
        print(join(said, attestation(device.new(options["rp"]["id"], asked["count"], flags))))
        return
    said, auth = client("get", challenge, asked["origin"]), data(options["rpId"], asked["count"], flags)
    signature = device.sign(auth + hashlib.sha256(said).digest())
    handle = asked.get("handle", "").encode()
    print(join(device.id, said, auth, signature, handle))


asked = json.load(sys.stdin)
{"vectors": vectors, "answer": answer}[asked["do"]](asked)
