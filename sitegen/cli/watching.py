"""The command that builds again on every change."""

import argparse
import contextlib
import os
import time
import tomllib
from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, NoReturn

from sitegen import jobs, theme, urls, watch
from sitegen.build import Summary, build
from sitegen.cli import showing, speech
from sitegen.cli.settings import settings
from sitegen.config import FILE_NAME, Config
from sitegen.errors import OvertakenError, Problem, SitegenError
from sitegen.jobs import Jobs
from sitegen.rules import FILE_NAME as RULES_NAME
from sitegen.watch import Changes, Watched

_PATIENCE = 3
"""Input that changes while the site is built is built again so many times."""


def run(options: argparse.Namespace) -> NoReturn:
    """Build the site now and whenever what it is made from has changed."""
    config, home = Config(), Path.cwd()
    told: Collection[Problem] = ()
    # Processes live as long as the command; a cluster is asked for each time, as it may restart.
    with jobs.opened(options.jobs, stays=True) as work:

        def look() -> Watched:
            _come_home(home, work)
            return watched(options, _settled(options, config), home)

        while True:
            with watch.observed(look) as changes:
                config = _settled(options, config)
                told = built(options, work, changes, told)
                changes.burst()
                while changes.hold():
                    told = built(options, work, changes, told)
                    changes.burst()


def _come_home(home: Path, work: Jobs) -> None:
    """Go to the folder where the command was started: another may have its name by now."""
    with contextlib.suppress(OSError):
        if not home.samefile(Path()):
            os.chdir(home)
            work.close(at_once=True)  # its processes are still where they were


def _settled(options: argparse.Namespace, last: Config) -> Config:
    """Return the settings, those before where they are at fault now."""
    with contextlib.suppress(SitegenError):
        return settings(options)[0]
    return last


def watched(options: argparse.Namespace, config: Config, home: Path) -> Watched:
    """Return what a site is made from; paths count from `home`."""
    file = home / (options.config or FILE_NAME)
    overlay = [*([config.theme] if config.theme else []), *_theme(file)]
    looks = [home / look for look in (*overlay, theme.builtin())]
    folders = [home / folder for folder in (*config.sources, *overlay)]
    folders += [look / "static" for look in looks]
    templates = [look / "templates" for look in looks]  # may include hidden ones
    ignored = [home / config.output]
    return watch.watched(folders, [file, file.parent / RULES_NAME], ignored, templates)


def _theme(file: Path) -> list[Path]:
    """Return the theme that a configuration names, there or not yet."""
    try:
        named = tomllib.loads(file.read_text("utf-8-sig")).get("theme")
    except (OSError, ValueError, RecursionError):  # brackets may be nested too deeply
        return []
    return [file.parent / named] if isinstance(named, str) else []


def built(
    options: argparse.Namespace, work: Jobs, changes: Changes, told: Collection[Problem] = ()
) -> Collection[Problem]:
    """Build the site and say what became of it; one that fails leaves the last good one.

    What is odd while changes come in may be of their making; the build that follows them tells.
    What was `told` of the last good site is not told again. Returns what has been told of this.
    """
    start = time.perf_counter()
    try:
        done, times = _done(options, work, changes)
    except SitegenError as fault:
        if not changes.waiting():
            speech.problems(fault.problems, verbose=options.verbose)
            stays = (
                "the last good site stays" if _may_have_site(options) else "there is no site yet"
            )
            speech.remarks([f"sitegen: {stays}; waiting for a change"])
        return told
    if not options.quiet and not changes.waiting():
        new = [problem for problem in done.problems if problem not in told]
        speech.problems(new, verbose=options.verbose)
        told = frozenset(done.problems)
    if options.verbose:
        speech.remarks([*speech.reasons(done), *times])
    written = speech.counted(sum(done.written.values()), "file")
    took = time.perf_counter() - start
    speech.lines([f"{written} written in {took:.2f} s; open {done.folder / 'index.html'}"])
    return told


def _done(options: argparse.Namespace, work: Jobs, changes: Changes) -> tuple[Summary, list[str]]:
    """Build the site and return what that did, with a time for each step.

    A file may be read while somebody writes it. So a site whose input changed meanwhile is not
    published but built again; input that never rests is published as it was read.

    Raises:
        SitegenError: When the site can't be built.
    """
    for _ in range(_PATIENCE):
        with contextlib.suppress(OvertakenError):
            return _once(options, work, patient=True)
        changes.settled()
    return _once(options, work, patient=False)


def _once(options: argparse.Namespace, work: Jobs, *, patient: bool) -> tuple[Summary, list[str]]:
    """Build the site once, and return what `_done` does."""
    config, base = settings(options)
    with showing.shown(options) as progress, _workers(options, work) as workers:
        how: Literal["patient", True] = "patient" if patient else True
        done = build(config, base, progress, workers, watched=how)
    return done, showing.times(progress)


def _may_have_site(options: argparse.Namespace) -> bool:
    """Tell whether there is a site; there may be one where the settings don't tell its place."""
    with contextlib.suppress(SitegenError, OSError):
        return (settings(options)[0].output / urls.HOME).is_file()
    return True


def _workers(options: argparse.Namespace, work: Jobs) -> AbstractContextManager[Jobs]:
    """Return what provides the cluster that is asked for, else this machine's processes."""
    if options.executor:
        return jobs.opened(options.jobs, options.executor)
    return contextlib.nullcontext(work)
