"""Messages of the area `testing`: what scenarios cover."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "coverage-counted": Message(
        en="coverage of {policy}: {covered} of {total}, {percent} %",
        nl="dekking van {policy}: {covered} van {total}, {percent} %",
    ),
    "coverage-below": Message(
        en="the coverage of `{policy}` is {percent} %, less than {wanted} %",
        nl="de dekking van `{policy}` is {percent} %, minder dan {wanted} %",
        help_en="`--generate` writes scenarios that close the gaps",
        help_nl="`--generate` schrijft scenario's die de gaten dichten",
    ),
    "fail-under-what": Message(
        en="`--fail-under` asks for a share of something",
        nl="`--fail-under` vraagt om een deel van iets",
        help_en="add `--coverage`",
        help_nl="voeg `--coverage` toe",
    ),
    "point-state": Message(
        en="`{state}`: never entered",
        nl="`{state}`: nooit betreden",
    ),
    "point-branch": Message(
        en="in `{state}`, `{what}`{branch}: never taken",
        nl="in `{state}`, `{what}`{branch}: nooit genomen",
    ),
    "point-refused": Message(
        en="in `{state}`, `forbid` of `{what}`: never refused",
        nl="in `{state}`, `forbid` van `{what}`: nooit geweigerd",
    ),
    "point-passed": Message(
        en="in `{state}`, `forbid` of `{what}`: never let through",
        nl="in `{state}`, `forbid` van `{what}`: nooit doorgelaten",
    ),
    "point-lacking": Message(
        en="in `{state}`, `{what}`{branch}: never refused for want of what it requires",
        nl="in `{state}`, `{what}`{branch}: nooit geweigerd omdat ontbreekt wat het vereist",
    ),
    "point-unreachable": Message(
        en="no session can come to this",
        nl="geen sessie kan hier komen",
    ),
    "point-without-way": Message(
        en="no course to it was found",
        nl="er is geen verloop gevonden dat erheen leidt",
    ),
    "situations-searched": Message(
        en="{file}: {number} situations searched …",
        nl="{file}: {number} situaties doorzocht …",
    ),
}
