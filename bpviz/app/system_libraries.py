"""What Qt needs from a Linux system, asked before Qt is loaded.

Qt ends the process where a library or the display is missing, and the library that
it names is not always the one that is. So each library is loaded and the display
called here first, in a few milliseconds and without Qt.
"""

import ctypes
import os
import sys
import time
from collections.abc import Callable, Mapping

# Library to the Debian package that brings it. Checked on a bare Debian 12 with
# Qt 6.11: with these and no others Qt starts.
_BASE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_LIBRARIES = {"xcb": _XCB, "wayland": _WAYLAND}
_WITHOUT_SCREEN = {
    *("offscreen", "minimal", "minimalegl", "vnc"),
    *("linuxfb", "eglfs", "vkkhrdisplay"),
}
_VARIABLES = {
    "xcb": ("DISPLAY",),
    "wayland": ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"),
}

# What Fedora calls the package; those that are not here are all in its "libxcb".
_FEDORA = {
    "libglib2.0-0": "glib2",
    "libegl1": "libglvnd-egl",
    "libgl1": "libglvnd-glx",
    "libfontconfig1": "fontconfig",
    "libfreetype6": "freetype",
    "libdbus-1-3": "dbus-libs",
    "libx11-6": "libX11",
    "libxkbcommon0": "libxkbcommon",
    "libx11-xcb1": "libX11-xcb",
    "libxkbcommon-x11-0": "libxkbcommon-x11",
    "libxcb-cursor0": "xcb-util-cursor",
    "libxcb-icccm4": "xcb-util-wm",
    "libxcb-keysyms1": "xcb-util-keysyms",
    "libxcb-image0": "xcb-util-image",
    "libxcb-render-util0": "xcb-util-renderutil",
    "libxcb-util1": "xcb-util",
    "libwayland-client0": "libwayland-client",
    "libwayland-cursor0": "libwayland-cursor",
}


def _can_load(library: str) -> bool:
    """Whether the system has this library and it can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(plugin: str) -> bool:
    """Whether the display that belongs to ``"xcb"`` or ``"wayland"`` answers."""
    if plugin == "wayland":
        wayland = ctypes.CDLL("libwayland-client.so.0")
        wayland.wl_display_connect.restype = ctypes.c_void_p
        display = ctypes.c_void_p(wayland.wl_display_connect(None))
        if display:
            wayland.wl_display_disconnect(display)
        return bool(display)
    # A server that has only just been started may turn the first callers away.
    for pause in (0.0, 0.05, 0.1) if os.environ.get("DISPLAY") else ():
        time.sleep(pause)
        if _x_server_answers():
            return True
    return False


def _x_server_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    # The connection stays open: a server that loses its last client, such as a bare
    # Xvfb, starts over and would turn away Qt, which calls a moment later.
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    alive: bool = xcb.xcb_connection_has_error(connection) == 0
    return alive


def what_is_missing(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    can_load: Callable[[str], bool] = _can_load,
    answers: Callable[[str], bool] = _answers,
) -> str | None:
    """Say what keeps a window from opening on this machine.

    Parameters
    ----------
    environment : mapping of str to str
        The environment variables.
    system : str
        As `sys.platform` names it; only Linux is asked.
    can_load : callable
        Whether a library is there, by its file name.
    answers : callable
        Whether the display of a platform plugin answers; asked only when the
        plugin's libraries are there.

    Returns
    -------
    str or None
        What is missing and what helps, in English, or None when nothing is.
    """
    if not system.startswith("linux"):
        return None
    plugins = _plugins(environment)
    if not environment.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        plugins = [p for p in plugins if p in _LIBRARIES or p in _WITHOUT_SCREEN]
        if not plugins:
            return _say_no_platform(environment)
    without_screen = any(plugin not in _LIBRARIES for plugin in plugins)
    needed = {} if without_screen else {p: _LIBRARIES[p] for p in plugins}
    base = [library for library in _BASE if not can_load(library)]
    absent = {
        plugin: [library for library in libraries if not can_load(library)]
        for plugin, libraries in needed.items()
    }
    if without_screen or any(not absent[p] and answers(p) for p in plugins):
        return _say_libraries(base) if base else None
    unknown = [
        library
        for plugin in plugins
        if any(environment.get(name) for name in _VARIABLES[plugin])
        for library in absent[plugin]
    ]
    sentences = []
    if base or unknown:
        sentences.append(_say_libraries(base + unknown))
    if not unknown:
        sentences.append(_say_no_display(environment))
    return " ".join(sentences)


def _plugins(environment: Mapping[str, str]) -> list[str]:
    """Name the platform plugins that Qt will try, in its order."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        # Such as "wayland-egl;xcb" or "offscreen:configfile=screens.json".
        names = [part.partition(":")[0] for part in chosen.split(";")]
        return ["wayland" if n.startswith("wayland") else n for n in names if n]
    session = environment.get("XDG_SESSION_TYPE")
    if environment.get("WAYLAND_DISPLAY") or session == "wayland":
        return ["wayland", "xcb"]
    return ["xcb"]


def _say_libraries(libraries: list[str]) -> str:
    packages = [(_BASE | _XCB | _WAYLAND)[library] for library in libraries]
    fedora = dict.fromkeys(_FEDORA.get(package, "libxcb") for package in packages)
    return (
        f"Qt cannot open a window because the system lacks {', '.join(libraries)}. "
        f"On Debian and Ubuntu `sudo apt install {' '.join(packages)}` brings them, "
        f"on Fedora `sudo dnf install {' '.join(fedora)}`."
    )


def _say_no_platform(environment: Mapping[str, str]) -> str:
    return (
        f"QT_QPA_PLATFORM={environment['QT_QPA_PLATFORM']} is no platform that Qt "
        "knows. Unset it, or set it to xcb, wayland or offscreen."
    )


def _say_no_display(environment: Mapping[str, str]) -> str:
    named = [
        f"{name}={environment[name]}"
        for name in ("DISPLAY", "WAYLAND_DISPLAY")
        if environment.get(name)
    ]
    reason = f"{' and '.join(named)} does not answer" if named else "DISPLAY is not set"
    return (
        f"There is no graphical display to open a window on: {reason}. Start bpviz "
        "from a desktop session; on a machine without a screen run "
        "`xvfb-run -a bpviz`, or set QT_QPA_PLATFORM=offscreen."
    )
