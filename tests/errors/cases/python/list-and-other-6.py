# rule: python_types.list_and_other
# source: constructed
# says: \{\*\*\{'a': 1\}, \*\*\{'b': 2\}\}
# %% fails
{'a':1} + {'b':2}
# %% mended
{**{'a': 1}, **{'b': 2}}
