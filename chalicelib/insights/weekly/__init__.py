"""Each Monday a merchant hears what her store did in the week before."""
