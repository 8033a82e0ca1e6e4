// The script of pages with passkeys: browsers ask authenticators through script, and only so.

extension Script {
  /// Shows what needs it, hands the page's options to the browser, and sends the answer in the
  /// page's own form.
  static let passkeys = """
    const bytes = (text) => Uint8Array.from(
      atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer ?? [])))
      .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const named = (list) => list.map((one) => ({...one, id: bytes(one.id)}));

    async function answer(kind, options) {
      options.challenge = bytes(options.challenge);
      if (kind === 'create') {
        options.user.id = bytes(options.user.id);
        options.excludeCredentials = named(options.excludeCredentials);
        const made = (await navigator.credentials.create({publicKey: options})).response;
        return [made.clientDataJSON, made.attestationObject].map(text).join('.');
      }
      options.allowCredentials = named(options.allowCredentials);
      const used = await navigator.credentials.get({publicKey: options});
      const said = used.response;
      return [used.rawId, said.clientDataJSON, said.authenticatorData, said.signature,
        said.userHandle].map(text).join('.');
    }

    async function ask(place) {
      const [button, field] = [place.querySelector('button'), place.querySelector('input')];
      const problem = place.querySelector('[role=alert]');
      button.disabled = true;
      problem.hidden = true;
      try {
        field.value = await answer(place.dataset.passkey, JSON.parse(place.dataset.options));
        field.form.submit();
      } catch {
        problem.hidden = false;
      } finally {
        button.disabled = false;
      }
    }

    if (window.PublicKeyCredential && navigator.credentials) {
      for (const note of document.querySelectorAll('[data-passkey-missing]')) note.hidden = true;
      for (const place of document.querySelectorAll('[data-passkey]')) {
        place.hidden = false;
        if (!place.dataset.options) continue;
        place.querySelector('button').addEventListener('click', () => ask(place));
        if ('atOnce' in place.dataset) ask(place);
      }
    }
    """
}
