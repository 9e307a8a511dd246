# rule: python_types.text_and_number
# source: constructed
# says: int\(age\) \+ 1
# says: age
# %% fails
age = input if False else '5'
age + 1
# %% mended
age = input if False else '5'
int(age) + 1
