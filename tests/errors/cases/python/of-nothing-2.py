# rule: python_values.of_nothing
# source: constructed
# says: if 'c' in \['a', 'b'\]: \['a','b'\]\.index\('c'\)
# %% fails
['a','b'].index('c')
# %% mended
if 'c' in ['a', 'b']: ['a','b'].index('c')
