# rule: notebook.outside_function
# source: constructed
# says: async def f\(\):
# says: await
# %% fails
def f():
    await g()
# %% mended
async def f():
    await g()
