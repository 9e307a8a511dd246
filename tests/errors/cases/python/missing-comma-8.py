# rule: python_syntax_calls.missing_comma
# source: constructed
# says: model = Sequential\(Linear\(3, 4\), ReLU\(\)\)
# %% fails
model = Sequential(Linear(3, 4) ReLU())
