# rule: python_attributes.method_of_another_type
# source: constructed
# says: print\(type\(a\), a\)
# %% fails
a = 5
a.items()
# %% mended
a = 5
print(type(a), a)
