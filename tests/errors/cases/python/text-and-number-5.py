# rule: python_types.text_and_number
# source: constructed
# says: print\('Hi ' \+ name \+ str\(3\)\)
# says: name
# %% fails
name = 'Bob'
print('Hi ' + name + 3)
# %% mended
name = 'Bob'
print('Hi ' + name + str(3))
