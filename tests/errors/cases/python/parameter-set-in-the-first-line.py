# rule: parameters_unread.set_before_it_is_read
# source: constructed
# says: def greet\(name\):
# %% before
def greet(name, text):
    text = f'Hello {name}'
    return text
# %% fails
greet('Ann')
# %% mended
def greet(name):
    text = f'Hello {name}'
    return text
greet('Ann')
