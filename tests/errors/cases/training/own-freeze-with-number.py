# rule: not freezing.number_of_groups
# source: constructed
# %% before
class Body:
    def freeze(self): self.frozen = True
body = Body()
# %% fails
body.freeze(-2)
