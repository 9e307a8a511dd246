# rule: notebook.asyncio_run
# source: constructed
# says: await main\(\)
# says: asyncio\.run
# %% before
import asyncio
async def main(): return 3
# %% fails
await asyncio.sleep(0)
asyncio.run(main())
# %% mended
await asyncio.sleep(0)
await main()
