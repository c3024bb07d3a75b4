"""Working capital against the record of one's sales: limits, loans, repayments, and who funds them."""
