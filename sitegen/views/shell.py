"""What every page has around its content."""

from sitegen.jobs.parcel import Parcel


class Shell(Parcel, frozen=True):
    """What every page has around its content.

    Attributes:
        site_title: The library's name.
        site_id: Tells this library's stored preferences from another's.
        path: The page's own path.
        texts: The language of the library's texts where it is another, or an empty string.
        section: Which entry of the navigation is current, or an empty string.
        title: The page's own name.
        description: One plain sentence for search engines, or an empty string.
        canonical: The page's absolute address, or None.
        root: The relative way to the root of the site.
        folder: Where the page itself is, with a slash behind it, or an empty string.
        topics, search: Whether the site has them.
    """

    site_title: str
    site_id: str
    language: str
    texts: str
    path: str
    section: str
    title: str
    description: str
    canonical: str | None
    root: str
    folder: str
    topics: bool
    search: bool
