"""The import contract of a domain's rooms, for import-linter: it holds for domains that don't exist yet."""

from __future__ import annotations

from collections.abc import Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


def _names() -> list[str]:
    """A setting of the contract: import-linter puts the names in the field's stead."""
    return fields.ListField(subfield=fields.StringField())  # type: ignore[return-value]


class RoomsContract(Contract):
    """Who may enter which room.

    - From outside its domain, a module is imported only if it is one of the `public` ones, or the domain is
      `below` all others.
    - The `pure` rooms import, of our code, only what `pure_may_import` names, other pure rooms, and public
      rooms other than the service; and nothing `impure` from outside.
    """

    public = _names()
    below = _names()
    pure = _names()
    pure_may_import = _names()
    impure = _names()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - import-linter's
        """Look at every import of our code."""
        faults = sorted(self._faults(graph))
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Tell each fault in a line."""
        for fault in check.metadata["faults"]:
            output.print_error(fault)

    def _faults(self, graph: ImportGraph) -> Iterator[str]:
        root = self.session_options["root_packages"][0]
        ours = {module for module in graph.modules if module.startswith(f"{root}.")}
        for importer in ours:
            for imported in graph.find_modules_directly_imported_by(importer):
                where, what = importer.split(".")[1:], imported.split(".")
                what = what[1:] if imported in ours else what
                if imported in ours and self._intrudes(where, what):
                    yield f"{importer} enters a room of another domain: {imported}"
                if where[-1] in self.pure and not self._harmless(what, ours=imported in ours):
                    yield f"{importer} isn't pure: it imports {imported}"

    def _intrudes(self, where: list[str], what: list[str]) -> bool:
        other = len(what) > 1 and what[0] != where[0] and what[0] not in self.below
        return other and what[-1] not in self.public

    def _harmless(self, what: list[str], *, ours: bool) -> bool:
        if not ours:
            return what[0] not in self.impure
        allowed = ".".join(what) in self.pure_may_import
        pure_too = what[-1] in self.pure
        return allowed or pure_too or (what[-1] in self.public and what[-1] != "service")
