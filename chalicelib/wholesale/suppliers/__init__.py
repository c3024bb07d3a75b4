"""Suppliers: stores that sell wholesale, verified by an operator, with a record that is measured."""
