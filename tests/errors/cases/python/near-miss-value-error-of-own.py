# rule: none
# source: constructed
# %% before
def parse(text): raise ValueError('could not convert string to float')
# %% fails
parse('a')
