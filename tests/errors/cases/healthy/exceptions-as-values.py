# notice: none
# source: constructed
# %% before
class TooLong(Exception): pass
# %% cell
errors = []
errors.append(ValueError('kept'))
kinds = {'a': ValueError, 'b': KeyError}
try:
    raise TooLong('x')
except TooLong as error:
    str(error)
ValueError('shown')
