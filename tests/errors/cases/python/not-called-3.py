# rule: python_attributes.not_called
# source: constructed
# says: s\(\)\.strip\(\)
# says: input
# %% fails
s = input
s.strip()
