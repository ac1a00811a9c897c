"""What is found while a policy is read, compiled or proved: listed, explained and allowed like any rule."""

from policy_engine.verify.rules.rule import Rule

RULES = (
    Rule("overlapping-branches", "error"),
    Rule("open-branches", "error"),
    Rule("branch-without-when", "error"),
    Rule("branch-gap", "warning"),
    Rule("branch-never", "warning"),
    Rule("else-never", "warning"),
    Rule("branches-not-decided", "warning"),
    Rule("doubt-taken-for", "warning"),
    Rule("doubt-mixed", "warning"),
    Rule("after-perhaps-nothing", "warning"),
    Rule("text-lost-as-comment", "warning"),
    Rule("source-nowhere", "warning"),
    Rule("source-undeclared", "warning"),
    Rule("source-exempt", "warning"),
    Rule("source-other-kind", "warning"),
    Rule("must-left-open", "warning"),
    Rule("field-unlabelled", "warning"),
    Rule("property-not-tried-out", "warning"),
    Rule("not-proved", "warning"),
    # Comments that let a finding be can't let one about themselves be.
    Rule("allow-without-reason", "warning", marked=False),
    Rule("allow-unknown-rule", "warning", marked=False),
    Rule("allow-of-mistake", "warning", marked=False),
    Rule("allow-in-vain", "warning", marked=False),
    Rule("allow-unreadable", "warning", marked=False),
)
