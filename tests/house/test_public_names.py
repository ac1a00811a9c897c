"""What users import is there, and says what it is."""

import inspect

import pytest

import policy_engine


def undocumented(name: str) -> list[str]:
    """The public name itself and its public methods, as far as they have no docstring of their own."""
    value = getattr(policy_engine, name)
    members = {
        f"{name}.{member}": found
        for member, found in (vars(value).items() if inspect.isclass(value) else ())
        if not member.startswith("_") and (inspect.isfunction(found) or isinstance(found, property))
    }
    return [path for path, item in {name: value, **members}.items() if not item.__doc__]


@pytest.mark.parametrize("name", policy_engine.__all__)
def test_every_public_name_says_what_it_is(name: str) -> None:
    assert [] == undocumented(name)


def test_the_public_names_are_those_that_the_package_lists() -> None:
    assert set(policy_engine.__all__) <= set(dir(policy_engine))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = policy_engine.nothing
