# rule: python_syntax.for_without_in
# source: constructed
# says: for i in range\(10\):
# %% fails
for i range(10):
    print(i)
# %% mended
for i in range(10):
    print(i)
