"""The command that builds again on every change."""

import argparse
import contextlib
import math
import os
import time
import tomllib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, NoReturn

from sitegen import jobs, theme, urls, watch
from sitegen.build import Summary, build
from sitegen.cli import showing, speech
from sitegen.cli.settings import settings
from sitegen.config import FILE_NAME, Config
from sitegen.errors import OvertakenError, Problem, SitegenError, UsageError
from sitegen.jobs import Jobs, memory
from sitegen.jobs.parcel import Parcel
from sitegen.rules import FILE_NAME as RULES_NAME
from sitegen.watch import Changes, Watched

_PATIENCE = 3
"""Input that changes while the site is built is built again so many times."""

_SOON, _LATER = 1.0, 30.0
"""After so many seconds it is tried again to write the site, then after twice as many, at most."""


class Told(Parcel, frozen=True):
    """What was told of builds, so that it is not told again.

    Attributes:
        odd: What is odd about the last good site.
        failed: What kept the last from being written, if anything.
        pause: After how many seconds that is tried again.
    """

    odd: frozenset[Problem] = frozenset()
    failed: tuple[Problem, ...] = ()
    pause: float = math.inf


_NOTHING = Told()


def run(options: argparse.Namespace) -> NoReturn:
    """Build the site now and whenever what it is made from has changed."""
    config, home = Config(), Path.cwd()
    told = _NOTHING
    # Processes live as long as the command; a cluster is asked for each time, as it may restart.
    with jobs.opened(options.jobs, stays=True) as work:

        def look() -> Watched:
            _come_home(home, work)
            return watched(options, _settled(options, config), home)

        while True:
            with watch.observed(look) as changes:
                config = _settled(options, config)
                told = _waited(changes, built(options, work, changes, told))
                while changes.hold():
                    told = _waited(changes, built(options, work, changes, told))


def _waited(changes: Changes, told: Told) -> Told:
    """Wait for a change, or until it is time to try again; a change is answered in any case."""
    changed = changes.burst(told.pause)
    return Told(told.odd) if changed else told


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


@memory.uncollected()
def built(
    options: argparse.Namespace, work: Jobs, changes: Changes, told: Told = _NOTHING
) -> Told:
    """Build the site and say what became of it; one that fails leaves the last good one.

    What is odd while changes come in may be of their making; the build that follows them tells.
    What was `told` is not told again. Returns what has been told by now.
    """
    start = time.perf_counter()
    try:
        done, times = _done(options, work, changes)
    except SitegenError as fault:
        return _failed(options, changes, told, fault)
    odd = told.odd
    if not options.quiet and not changes.waiting():
        speech.problems(
            [each for each in done.problems if each not in odd], verbose=options.verbose
        )
        odd = frozenset(done.problems)
    if options.verbose:
        speech.remarks([*speech.reasons(done), *times])
    written = speech.counted(sum(done.written.values()), "file")
    took = time.perf_counter() - start
    speech.lines([f"{written} written in {took:.2f} s; open {done.folder / 'index.html'}"])
    return Told(odd)


def _failed(
    options: argparse.Namespace, changes: Changes, told: Told, fault: SitegenError
) -> Told:
    """Say why there is no new site and what is waited for; return what has been told by now."""
    tries = _of_output(options, fault)
    if not changes.waiting() and fault.problems != told.failed:
        speech.problems(fault.problems, verbose=options.verbose)
        stays = "the last good site stays" if _may_have_site(options) else "there is no site yet"
        waits = "trying again now and then" if tries else "waiting for a change"
        speech.remarks([f"sitegen: {stays}; {waits}"])
    if not tries:
        return Told(told.odd)
    pause = _SOON if told.pause == math.inf else min(2 * told.pause, _LATER)
    return Told(told.odd, fault.problems, pause)


def _of_output(options: argparse.Namespace, fault: SitegenError) -> bool:
    """Tell whether the output is at fault: when that is over, no change of the input tells."""
    with contextlib.suppress(SitegenError):
        output = settings(options)[0].output
        places = {output, *output.parents}
        return not isinstance(fault, UsageError) and any(
            (where := Path(problem.where)) in places or where.is_relative_to(output)
            for problem in fault.problems
        )
    return False


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
