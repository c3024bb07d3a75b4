"""Plans of storage: what each holds and costs, who has which, the invoices, and unpaid ones."""
