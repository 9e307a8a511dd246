# rule: python_attributes.of_own_class
# source: constructed
# says: print\(job\.opt\)
# %% before
class Job:
    def __init__(self): self.opt, self.n = 'adam', 3
job = Job()
# %% fails
print(job.optimizer)
# %% mended
print(job.opt)
