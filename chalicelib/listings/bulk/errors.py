"""What can go wrong with imports and exports."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class ImportNotFound(NotFound):
    """There is no such import."""

    code = "import_not_found"


class ExportNotFound(NotFound):
    """There is no such export."""

    code = "export_not_found"


class SheetNotUploaded(DomainError):
    """The file hasn't been uploaded yet. Send it to the address you were given, then start again."""

    status, code = HTTPStatus.CONFLICT, "sheet_not_uploaded"


class BadCell(Invalid):
    """This cell can't be used."""

    code = "bad_cell"


class CellMissing(Invalid):
    """New goods need this."""

    code = "cell_missing"
