"""A folder served as GitHub Pages serves a project: below a path, with its 404.html."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PREFIX = "/some/sub-path/"


class _Handler(SimpleHTTPRequestHandler):
    """Serves its folder below `PREFIX` and nothing outside it."""

    def translate_path(self, path: str) -> str:
        """Return the file for `path`; a name that cannot exist for one outside the prefix."""
        if not path.startswith(PREFIX):
            return str(Path(self.directory, "outside", "the", "prefix"))
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Answer a missing page with the site's own, as GitHub Pages does."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep the tests' output free of requests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine and give the address of its top, with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
