# rule: notebook_names.of_except_clause
# source: constructed
# says: except Exception as e:
# says: except
# %% fails
try:
    1/0
except Exception as e:
    print('x')
e
# %% mended
try:
    1/0
except Exception as e:
    print('x')
except Exception as e:
    error = e
