"""Reads an HTML page strictly: every element closed in order, every id once, every link with a target."""

from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr"}
BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "th", "td", "caption", "figcaption", "title", "div", "tr"}


class Page(HTMLParser):
    """A page that was read: its elements with their attributes, its text, and what is wrong with it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]
        self.faults += self._references()

    def handle_decl(self, decl):
        """Only the plain document type is right."""
        if decl != "DOCTYPE html":
            self.faults.append(decl)

    def handle_starttag(self, tag, attrs):
        """An element begins."""
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names) or any(value is None for _, value in attrs):
            self.faults.append(f"<{tag}> has an attribute twice or without a value")
        if tag == "p" and "p" in self._open:
            self.faults.append("a paragraph lies in a paragraph")
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """A shape of a picture."""
        if "svg" not in self._open:
            self.faults.append(f"<{tag}/> is no HTML")
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """An element ends, the one that was opened last."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data):
        """Text, of which a reader hears all but the style and the pictures' own."""
        if not {"style", "svg"} & set(self._open):
            self.texts.append(data)

    def all(self, *tags):
        """The attributes of every element with one of these tags."""
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def text(self) -> str:
        """The whole text, white space made single."""
        return " ".join("".join(self.texts).split())

    def _references(self) -> list[str]:
        ids = [a["id"] for _, a in self.elements if "id" in a]
        faults = [f"the id {one} is there twice" for one in set(ids) if ids.count(one) > 1]
        for _, attributes in self.elements:
            href = attributes.get("href", "#")
            if not href.startswith("#") or (href != "#" and href[1:] not in ids):
                faults.append(f"{href} leads nowhere")
            if attributes.get("aria-labelledby", ids[0] if ids else "") not in ids:
                faults.append("a name that is not there")
        return faults
