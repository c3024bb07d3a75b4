"""Sales: lower prices of goods for some time, set beforehand."""
