# rule: python_syntax_calls.argument_order
# source: constructed
# says: learn = g\(dls, resnet, metrics=5\)
# says: resnet
# %% fails
learn = g(dls, metrics=5, resnet)
