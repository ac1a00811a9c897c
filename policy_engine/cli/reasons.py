"""Why the system would not do something: its own words are English, or in a language of its own choice."""

from __future__ import annotations

import errno
from collections.abc import Mapping

_SYSTEM: Mapping[int, tuple[str, str]] = {
    errno.ENOENT: ("there is no such file or folder", "dat bestand of die map is er niet"),
    errno.EACCES: ("you have no permission for it", "daar hebt u geen toestemming voor"),
    errno.EPERM: ("it is not permitted", "dat is niet toegestaan"),
    errno.EROFS: ("what it stands on is read-only", "waar het op staat, is alleen-lezen"),
    errno.EISDIR: ("it is a folder", "het is een map"),
    errno.ENOTDIR: ("a part of its path is no folder", "een deel van het pad is geen map"),
    errno.EEXIST: ("it is there already", "het is er al"),
    errno.ENAMETOOLONG: ("the name is too long", "de naam is te lang"),
    errno.ELOOP: ("its links lead round in a circle", "de koppelingen lopen in een kring"),
    errno.ENOSPC: ("the disk is full", "de schijf is vol"),
    errno.EDQUOT: ("your share of the disk is full", "uw deel van de schijf is vol"),
    errno.EFBIG: ("the file would become too large", "het bestand zou te groot worden"),
    errno.EIO: ("the disk or device reports an error", "de schijf of het apparaat meldt een fout"),
    errno.EBUSY: ("it is in use", "het is in gebruik"),
    errno.ETXTBSY: ("it is in use", "het is in gebruik"),
    errno.ENXIO: ("there is no such device", "dat apparaat is er niet"),
    errno.EINVAL: ("the system does not take it", "het systeem neemt het niet aan"),
    errno.EBADF: ("it was closed", "het is gesloten"),
    errno.EMFILE: ("too many files are open", "er staan te veel bestanden open"),
    errno.ENFILE: ("too many files are open", "er staan te veel bestanden open"),
    errno.ENOMEM: ("there is not enough memory", "er is niet genoeg geheugen"),
    errno.EADDRINUSE: ("another program listens there", "een ander programma luistert daar al"),
    errno.EADDRNOTAVAIL: ("this machine has no such address", "deze computer heeft dat adres niet"),
}


def reason_of(error: OSError | ValueError) -> Mapping[str, str] | str:
    """Why a file, a port or a stream could not be had; in the system's words where we know none."""
    if isinstance(error, OSError):
        known = _SYSTEM.get(error.errno or 0)
        return str(error.strerror or error) if known is None else both(*known)
    if "null" in str(error):
        return both("its name has a null character in it", "de naam bevat een nulteken")
    return str(error)


def both(english: str, dutch: str) -> Mapping[str, str]:
    """Words of our own, as the catalogue takes them."""
    return {"en": english, "nl": dutch}
