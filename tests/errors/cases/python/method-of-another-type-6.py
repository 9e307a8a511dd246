# rule: python_attributes.method_of_another_type
# source: constructed
# says: n = \[n\]
# %% fails
n=5
n.append(3)
# %% mended
n=5
n = [n]
n.append(3)
