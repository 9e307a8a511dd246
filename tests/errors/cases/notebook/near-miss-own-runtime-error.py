# rule: none
# source: constructed
# %% before
def start(): raise RuntimeError('the job is running already')
# %% fails
start()
