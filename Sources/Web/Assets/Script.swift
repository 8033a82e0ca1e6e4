// The script of every page: it adds comfort, and every task works without it.

enum Script {
  /// Copy buttons next to codes, a warning before unsaved work is lost, focus on what went wrong.
  static let module = """
    for (const source of document.querySelectorAll('[data-copy]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet copy';
      button.textContent = source.dataset.copy;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = source.dataset.copied;
      });
      if (navigator.clipboard) source.after(' ', button);
    }
    for (const form of document.querySelectorAll('form[data-warn]')) {
      let changed = false;
      form.addEventListener('input', () => { changed = true; });
      form.addEventListener('submit', () => { changed = false; });
      addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
    }
    for (const form of document.querySelectorAll('form[method=post]')) {
      addEventListener('pageshow', () => { delete form.dataset.sent; });
      form.addEventListener('submit', (event) => {
        if (form.dataset.sent) event.preventDefault();
        form.dataset.sent = 'yes';
        setTimeout(() => { delete form.dataset.sent; }, 8000);
      });
    }
    document.querySelector('form[data-send]')?.requestSubmit();
    document.querySelector('.summary')?.focus();
    """
}
