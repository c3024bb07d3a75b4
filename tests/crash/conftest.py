"""The crash points' world is the unit tests'."""

from tests.unit.conftest import account, cloud, tables

__all__ = ["account", "cloud", "tables"]
