"""What the infra tests share."""

from __future__ import annotations

import pytest

from infra.packaging import aws_template
from infra.template import Template


@pytest.fixture(scope="session")
def template() -> Template:
    """The template that AWS gets, made by chalice of the app as it is."""
    return aws_template()
