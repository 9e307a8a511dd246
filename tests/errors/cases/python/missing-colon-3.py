# rule: python_syntax.missing_colon
# source: constructed
# says: for i in range\(10\): print\(i\)
# says: for
# %% fails
for i in range(10) print(i)
# %% mended
for i in range(10): print(i)
