"""What borrower and lender agree on, as a page and as a document."""
