# rule: python_indent.empty_block
# source: constructed
# says: for i in range\(3\):
# says: for
# %% fails
for i in range(3):
print(i)
# %% mended
for i in range(3):
    print(i)
print(i)
