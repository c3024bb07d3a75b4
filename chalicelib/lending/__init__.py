"""Working capital against the record of one's sales: limits, loans, repayments, and the pools that fund them."""
