# rule: python_attributes.method_of_another_type
# source: constructed
# says: t = list\(t\)
# %% fails
t=(1,2)
t.append(3)
# %% mended
t=(1,2)
t = list(t)
t.append(3)
