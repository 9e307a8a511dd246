# rule: python_attributes.of_own_class
# source: constructed
# says: has no bs
# says: batch_size
# says: 100 // self\.batch_size
# %% before
class Runner:
    def __init__(self, size): self.batch_size = size
    def run(self): return self.steps()
    def steps(self): return 100 // self.bs
# %% fails
Runner(8).run()
# %% mended
class Runner:
    def __init__(self, size): self.batch_size = size
    def run(self): return self.steps()
    def steps(self): return 100 // self.batch_size
Runner(8).run()
