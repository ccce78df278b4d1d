// Loaded before a relay that is being measured: it ends when the process that started it does, however that ended.
process.on("disconnect", () => process.exit());
process.channel?.unref();
