# rule: none
# source: constructed
# %% before
text = 'pip install x'
# %% fails
eval(text)
